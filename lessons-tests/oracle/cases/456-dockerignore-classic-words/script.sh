echo x > drop; printf 'drop\nDockerfile\n.dockerignore\n' > .dockerignore
### named
printf 'FROM busybox\nCOPY drop /\n' > Dockerfile; docker build . 2>&1 | tail -n 1 | sed 's#/var/lib/docker/[^ :]*#ROOT#g'
### wildcard
printf 'FROM busybox\nCOPY dr* /\n' > Dockerfile; docker build . 2>&1 | tail -n 1
### Dockerfile in COPY .
printf 'FROM busybox\nCOPY . /c\nRUN ls -a /c\n' > Dockerfile; docker build . 2>&1 | sed 's/context to.*/context/'
### bad pattern
printf 'a[\n' > .dockerignore; docker build . 2>&1 | tail -n 1
### exclamation
printf '!\n' > .dockerignore; docker build . 2>&1 | tail -n 1
