printf 'FROM busybox\nRUN mkdir /d && echo 1 > /d/1 && echo 2 > /d/2\nRUN rm /d/1 && chmod 700 /d\nVOLUME /vol\nRUN rm -rf /home\nCMD ["ls", "/d"]\n' > Dockerfile; docker build -q -t t . > /dev/null
### export
docker create --name ex1 -v nv:/mnt t > /dev/null; docker export ex1 | tar tf - | grep -e '^d/' -e '^home' -e '^vol' -e '^mnt' -e '^etc/hosts' -e '^.dockerenv' -e '^dev/' | sort
### import
docker export ex1 | docker import - flat > /dev/null; docker image inspect -f '{{len .RootFS.Layers}} {{json .Config.Cmd}} {{json .Config.Volumes}}' flat; docker history --format '{{.CreatedBy}}|{{.Comment}}' flat
docker run --rm flat ls -a /d; docker run --rm flat 2>&1 | head -n 1; echo "exit $?"
### running
docker run -d --name ex2 t sh -c 'echo live > /d/live; sleep 100' > /dev/null; sleep 1; docker export ex2 | tar xOf - d/live; docker rm -f ex2
