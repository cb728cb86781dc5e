"""The help: pages in Markdown, and the window that shows them."""
