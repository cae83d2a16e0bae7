.PHONY: dev
dev: ## mine
	./dev.sh

# looks at it all
.PHONY: check
check: lint
