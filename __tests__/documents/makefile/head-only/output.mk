# Commands
.DEFAULT_GOAL := help
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: dev
dev: ## Develop
	APP_ENV=development python manage.py runserver

.PHONY: lint
lint: ## Check style
	ruff check
	ruff format --check
