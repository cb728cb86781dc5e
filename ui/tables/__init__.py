"""Tables that are windows over the company file: models, painting, copying."""
