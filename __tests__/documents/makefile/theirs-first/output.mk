CC ?= cc
SOURCES = $(wildcard *.c)

all: app

app: $(SOURCES)
	$(CC) -o $@ $^

ifeq ($(OS),x)
clean:
	rm app
endif

.PHONY: dev
dev: ## Develop
	APP_ENV=development python manage.py runserver

.PHONY: test
test: ## Run the tests
	pytest
