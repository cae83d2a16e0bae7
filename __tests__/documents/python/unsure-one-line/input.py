app = make(); app.run()
