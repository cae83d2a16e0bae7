# top

# test: not a target

install:  ## all
	# dev: a comment
	pip install -r requirements.txt


# the end
