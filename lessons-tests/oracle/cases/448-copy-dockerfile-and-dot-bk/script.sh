mkdir -p .h/in sub; echo 1 > .x; echo 2 > .h/in/y; echo 3 > sub/z; chmod 640 .x; chmod 2755 sub
printf 'FROM scratch\nCOPY . .\nCOPY . /second\nCOPY Dockerfile /D\n' > Dockerfile
### build
docker build -q -t t .
docker image inspect -f '{{len .RootFS.Layers}}' t
