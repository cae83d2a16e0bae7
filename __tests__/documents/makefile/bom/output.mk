build: src/*.c
	cc $^

.PHONY: lint
lint: ## Check style
	ruff check
	ruff format --check
