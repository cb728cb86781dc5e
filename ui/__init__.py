"""The window: draws what `fbrecon.app` says. It holds no rule of bookkeeping."""
