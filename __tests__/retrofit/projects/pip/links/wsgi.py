from links import create_app

app = create_app()
