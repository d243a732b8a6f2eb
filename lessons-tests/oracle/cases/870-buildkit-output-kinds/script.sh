mkdir ctx; printf 'FROM busybox AS b\nRUN echo hi > /o && mkdir /d && echo x > /d/x && ln -s x /d/l && chmod 640 /o\nFROM scratch\nCOPY --from=b /o /o\nCOPY --from=b /d /d\n' > ctx/Dockerfile
### local
docker build -q -o out ctx; echo "exit $?"; ls -R out; cat out/o; test -L out/d/l && echo link; docker build -q -o type=local,dest=out2 ctx; ls out2; docker build -q --output=out ctx; docker images -q | wc -l
### tar
docker build -q -o type=tar,dest=o.tar ctx; tar tf o.tar | sort; docker build -q -o - ctx | tar tf - | sort; docker build -q -o type=tar ctx > p.tar; tar xOf p.tar o
### docker
docker build -q -o type=docker -t dd ctx | cut -c1-7; docker images -q dd | wc -l; docker build -q -o type=docker,dest=d.tar ctx > /dev/null; tar tf d.tar | grep -c manifest.json; docker build -q --load -t ee ctx | cut -c1-7; docker build -q -o type=image,name=ff ctx > /dev/null; docker images -q ff | wc -l
### errors
docker build -q -o type=bogus ctx > /dev/null 2>&1; echo "exit $?"; docker build -q -o type=local ctx > /dev/null 2>&1; echo "exit $?"; docker build -q -o bogus=1 ctx > /dev/null 2>&1; echo "exit $?"; : > file; docker build -q -o file ctx > /dev/null 2>&1; echo "exit $?"; docker build -q -o type=oci,dest=x.tar ctx > /dev/null 2>&1; echo "exit $?"; docker build -q -o type=cacheonly ctx; echo "exit $?"
### files
docker build -q --metadata-file m.json --iidfile iid -t gg ctx > /dev/null; grep -o '"image.name": "[^"]*"' m.json; grep -c containerimage.digest m.json; cut -c1-7 iid; test "$(cat iid)" = "$(docker image inspect -f '{{.Id}}' gg)"; echo "same $?"
