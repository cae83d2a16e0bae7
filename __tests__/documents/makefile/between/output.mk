.PHONY: dev
dev: ## mine
	./dev.sh

.PHONY: lint
lint: ## Check style
	ruff check
	ruff format --check

.PHONY: test
test: ## Run the tests
	pytest

# looks at it all
.PHONY: check
check: lint
