"""What reading a page needs, loaded once: the parsers, and the tables and patterns of words that are made at first use.

As with `bot.adapters.processes.preload`, importing this module does something: the process that workers are forked from
reads a page here, so that none of them makes the tables anew.
"""

from bot.domain.page.extract import extract
from bot.domain.page.files.sniff import HTML
from bot.domain.values.source import Page

_PAGE = """<!doctype html>
<html lang="en">
<head>
<title>Port Ellery closes its harbour in May - The Ellery Herald</title>
<meta name="description" content="The quay of Port Ellery is to be rebuilt, and no ship will land for ten weeks.">
<style>.gone { display: none }</style>
</head>
<body>
<nav class="menu"><a href="/">Home</a> <a href="/news">News</a></nav>
<article>
<h1>Port Ellery closes its harbour in May</h1>
<p class="byline">By Ada Quill</p>
<p>3 March 2025</p>
<p>The harbour of Port Ellery will close in May, as its quay has to be rebuilt from end to end, the town said on Monday.
No ship will land there for ten weeks, and the ferry to the islands will leave from Saltmouth in the meantime.</p>
<p>“The quay cannot wait,” said Ada Quill, the mayor. “Every winter takes a piece of it, and this one the stairs.”</p>
<p>The work costs nine million euros, of which the county pays a third. Fishermen fear for the season, since their boats
have to be moored two hours away. The town promises them a lorry that brings the catch to the market each morning.</p>
<p class="gone">Read this as well.</p>
<p>In July the stairs are to be open again. A crane has stood on the pier since last week, and the first stones are due
on Thursday by rail.</p>
</article>
<footer>© The Ellery Herald. All rights reserved.</footer>
</body>
</html>
"""

READ = extract(Page(url="", content_type=HTML, charset=None, body=_PAGE.encode()))
