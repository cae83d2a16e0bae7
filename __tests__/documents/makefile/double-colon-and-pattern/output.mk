%.o: %.c
	cc -c $<

.PHONY: lint
lint: ## Check style
	ruff check
	ruff format --check

check::
	echo one

check::
	echo two
