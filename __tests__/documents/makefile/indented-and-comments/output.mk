# top

# test: not a target

install:  ## all
	# dev: a comment
	pip install -r requirements.txt


# the end

.PHONY: dev
dev: ## Develop
	APP_ENV=development python manage.py runserver

.PHONY: test
test: ## Run the tests
	pytest
