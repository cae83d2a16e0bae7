CC ?= cc
SOURCES = $(wildcard *.c)

all: app

app: $(SOURCES)
	$(CC) -o $@ $^

ifeq ($(OS),x)
clean:
	rm app
endif
