.PHONY: lint test
lint test: requirements.txt
	tox -e $@

.PHONY: check
check: lint test ## All that CI checks
