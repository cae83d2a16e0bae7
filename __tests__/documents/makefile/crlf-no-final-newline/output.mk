build:
	docker build .

.PHONY: dev
dev: ## Develop
	APP_ENV=development python manage.py runserver

test: build
	pytest -x

.PHONY: check
check: lint test ## All that CI checks
