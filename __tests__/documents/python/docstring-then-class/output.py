"""Doc."""

import os

import app


class A:
  """Inner 'doc'."""

  def f(self):
    self.app = App()
    if self.app:
      self.app.start("x")
