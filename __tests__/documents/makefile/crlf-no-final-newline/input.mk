build:
	docker build .

test: build
	pytest -x