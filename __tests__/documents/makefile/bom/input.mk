build: src/*.c
	cc $^
