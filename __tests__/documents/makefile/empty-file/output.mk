.PHONY: dev
dev: ## Develop
	APP_ENV=development python manage.py runserver

.PHONY: lint
lint: ## Check style
	ruff check
	ruff format --check

.PHONY: test
test: ## Run the tests
	pytest

.PHONY: check
check: lint test ## All that CI checks
