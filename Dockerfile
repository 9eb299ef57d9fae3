# The bot in a container: dependencies from uv.lock, a user without rights, data in /data.
# The digest is that of the release's index over all architectures: nothing below the bot changes unseen. To take another
# base: --build-arg BASE=python:…@sha256:…
ARG BASE=python:3.11.14-slim-bookworm@sha256:65a93d69fa75478d554f4ad27c85c1e69fa184956261b4301ebaf6dbb0a3543d
FROM ${BASE} AS build
WORKDIR /app
RUN pip install --no-cache-dir 'uv>=0.9,<1'
COPY pyproject.toml uv.lock README.md LICENSE ./
RUN uv sync --frozen --no-default-groups --no-install-project
COPY bot bot
COPY cogs cogs
COPY config config
COPY playground playground
RUN uv sync --frozen --no-default-groups --no-editable

FROM ${BASE}
RUN useradd --system --uid 10001 --create-home nutgraf && install -d -o nutgraf /data
COPY --from=build /app/.venv /app/.venv
ENV PATH=/app/.venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 DATA_FOLDER=/data PORT=8080 HOST=0.0.0.0 LOG_FORMAT=json
USER 10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
CMD ["nutgraf", "run"]
