"""FreshBooks and the payments platform on loopback, for tests, demonstrations and trying out."""
