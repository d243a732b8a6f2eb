echo f > f
### chmod
printf 'FROM busybox\nCOPY --chmod=600 f /\n' > Dockerfile; docker build . 
### add chmod
printf 'FROM busybox\nADD --chmod=600 f /\n' > Dockerfile; docker build . 
### link
printf 'FROM busybox\nCOPY --link f /\n' > Dockerfile; docker build . 
### mount
printf 'FROM busybox\nRUN --mount=type=cache,target=/c true\n' > Dockerfile; docker build . 
### exclude
printf 'FROM busybox\nCOPY --exclude=*.x . /\n' > Dockerfile; docker build . 
### parents
printf 'FROM busybox\nCOPY --parents . /\n' > Dockerfile; docker build . 
### add keep git dir
printf 'FROM busybox\nADD --keep-git-dir=true f /\n' > Dockerfile; docker build .
### add checksum
printf 'FROM busybox\nADD --checksum=sha256:11 f /\n' > Dockerfile; docker build .
