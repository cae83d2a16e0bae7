if x: app = make()
