"""Doc."""
class A:
  """Inner 'doc'."""

  def f(self):
    self.app = App()
