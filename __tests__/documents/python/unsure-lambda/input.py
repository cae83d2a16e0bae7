run = lambda: serve(app)
