def main():
  if True:
    server = http.server.HTTPServer(("", 80), Handler)
    server.timeout = 5
    if stop:
      on_stop(server.shutdown, "now")
    server.serve_forever()
