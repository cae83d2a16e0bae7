define body
lint: no
	test: no
endef
A := dev: x
B ::= y
LONG = a \
  lint: b
export C ?= 1
