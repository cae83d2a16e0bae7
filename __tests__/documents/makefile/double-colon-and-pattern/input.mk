%.o: %.c
	cc -c $<

check::
	echo one

check::
	echo two
