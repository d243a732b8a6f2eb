docker build -q -t t:1 . >/dev/null
docker create --name cc t:1 >/dev/null
docker export cc | docker import - flat:1 | cut -c1-7
### flat
docker image inspect -f '{{len .RootFS.Layers}} {{.Config.Cmd}} {{.Comment}}' flat:1
docker run --rm flat:1 cat /f
docker run --rm flat:1
docker rm cc >/dev/null
docker rmi flat:1
