"""The chat page: HTML made on the server and sent over a WebSocket, with a small script and no outside assets.

serve.py      the page, its socket, and what each visitor sees and does
actions.py    what a visitor's browser asks for, as acts of a member
render.py     messages and their components as HTML
markdown.py   Discord's markdown as HTML
"""
