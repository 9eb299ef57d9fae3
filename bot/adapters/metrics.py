"""What happens, counted for Prometheus. Every metric of the program is declared in this file."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

# Name: what it counts, its labels. Prometheus shows each as `nutgraf_<name>_total`.
COUNTERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "briefs": ("Briefs written", ("engine",)),
    "failures": ("Sources that gave no brief", ("error",)),
    "cache": ("Look-ups of briefs in the cache", ("result",)),
    "cache_faults": ("Commands that Redis did not answer", ()),
    "cache_skipped": ("Commands not sent while Redis was left alone after a fault", ()),
    "shared_flights": ("Requests that joined work already under way", ()),
    "dropped": ("Parts of drafts that the check did not let through", ("part",)),
    "model_calls": ("Calls to the model", ("outcome",)),
    "model_tokens": ("Tokens sent to and had from the model", ("direction",)),
    "model_cost": ("Money spent on the model, in units of the configured currency", ()),
    "budget_stops": ("Briefs that an operator's budget left to the built-in engine", ("scope",)),
    "answers": ("Answers delivered to Discord", ("trigger",)),
    "stopped": ("Messages that wanted no answer, by the gate that stopped them", ("gate",)),
    "owed": ("Answers that were owed, by what became of them", ("outcome",)),
    "promises": ("Answers to commands that another process had promised", ()),
    "read_back": ("Messages read back after a start or a lost session", ()),
    "invalid_requests": ("Requests that Discord refused and counts: 401, 403, 429", ("status",)),
    "refused": ("Answers that Discord did not take", ()),
    "errors": ("Unexpected errors", ("where",)),
}

HISTOGRAMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "stage_seconds": ("Time that a stage of the work took", ("stage",)),
    "model_seconds": ("Time that a call to the model took", ()),
}

# Looked at when somebody asks for the figures; a process shows those that it has.
GAUGES: dict[str, str] = {
    "waiting": "Messages that wait for an answer here, those under way among them",
    "oldest_waiting_seconds": "Seconds that the oldest of them waits",
    "tasks": "Tasks of the process's event loop",
}


class PrometheusMetrics:
    """A `Metrics` with a registry of its own, so that several can live in one process.

    It shows the memory, the processor time and the descriptors of the process too, under Prometheus' own names.
    """

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._counters = {
            name: Counter(f"nutgraf_{name}", text, labels, registry=self._registry)
            for name, (text, labels) in COUNTERS.items()
        }
        self._gauges: dict[str, Gauge] = {}
        ProcessCollector(registry=self._registry)
        self._histograms = {
            name: Histogram(f"nutgraf_{name}", text, labels, registry=self._registry)
            for name, (text, labels) in HISTOGRAMS.items()
        }

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        """Add to a counter of `COUNTERS`."""
        counter = self._counters[name]
        (counter.labels(**labels) if labels else counter).inc(amount)

    def observe(self, name: str, seconds: float, **labels: str) -> None:
        """Record a duration in a histogram of `HISTOGRAMS`."""
        histogram = self._histograms[name]
        (histogram.labels(**labels) if labels else histogram).observe(seconds)

    def watch(self, name: str, read: Callable[[], float]) -> None:
        """Show what `read` gives, under a name of `GAUGES`; a later call with that name replaces it."""
        if name not in self._gauges:
            self._gauges[name] = Gauge(f"nutgraf_{name}", GAUGES[name], registry=self._registry)
        self._gauges[name].set_function(read)

    def value(self, name: str, **labels: str) -> float:
        """A counter's sum so far over the labels that are not given."""
        sample = f"nutgraf_{name}_total"
        return sum(
            found.value
            for metric in self._registry.collect()
            for found in metric.samples
            if found.name == sample and labels.items() <= found.labels.items()
        )

    def exposition(self) -> bytes:
        """All figures in Prometheus' text format."""
        return generate_latest(self._registry)
