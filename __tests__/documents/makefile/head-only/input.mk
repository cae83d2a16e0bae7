# Commands
.DEFAULT_GOAL := help
export PATH := $(CURDIR)/.venv/bin:$(PATH)
