def main():
  if True:
    server = http.server.HTTPServer(("", 80), Handler)
    server.serve_forever()
