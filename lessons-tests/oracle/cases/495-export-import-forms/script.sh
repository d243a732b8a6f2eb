printf 'FROM busybox\nENV A=1\nRUN echo x > /x && rm -r /home\nVOLUME /v\nWORKDIR /w\n' > Dockerfile; docker build -q -t t . > /dev/null
### created
docker create --name c1 t > /dev/null; docker export c1 -o c1.tar; tar tf c1.tar | grep -e '^x$' -e '^v' -e '^w' -e '^home' -e '^.dockerenv' | sort
### import
docker import -m 'from c1' -c 'CMD ["cat", "/x"]' -c 'ENV B=2' c1.tar i1 | cut -c1-7; docker run --rm i1
docker image inspect -f '{{.Comment}} {{.Config.Env}} {{.Config.WorkingDir}} {{len .RootFS.Layers}}' i1
### stdin and errors
docker import - i2 < c1.tar | cut -c1-7; docker import nope.tar; echo "exit $?"; docker import -c 'BOGUS x' c1.tar; echo "exit $?"; docker import c1.tar UP; echo "exit $?"
docker export nosuch; echo "exit $?"; docker export c1 -o no/dir; echo "exit $?"
