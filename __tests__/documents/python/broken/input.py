a = [
def f(:
  pass
