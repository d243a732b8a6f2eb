echo x > keep; echo y > drop; mkdir dir; touch dir/in
e() { docker build -q . > /dev/null 2>&1; echo "exit $?"; }
printf drop > .dockerignore
### named
printf 'FROM busybox\nCOPY drop /\n' > Dockerfile; e
### by wildcard with another
printf 'FROM busybox\nCOPY keep dr* /x/\n' > Dockerfile; e
### wildcard alone
printf 'FROM busybox\nCOPY d* /x/\n' > Dockerfile; e
### bad pattern
printf '[\n' > .dockerignore; e
### lone exclamation mark
printf '!\n' > .dockerignore; e
### all ignored
printf '*\n' > .dockerignore; printf 'FROM busybox\nRUN true\n' > Dockerfile; e
### all ignored and COPY .
printf 'FROM busybox\nCOPY . /c\nRUN find /c > /l\n' > Dockerfile; docker build -q -t t . > /dev/null && docker run --rm t cat /l
