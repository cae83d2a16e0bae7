.PHONY: lint test
lint test: requirements.txt
	tox -e $@
