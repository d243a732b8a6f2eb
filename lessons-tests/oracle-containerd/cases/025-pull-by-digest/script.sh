docker build -q -t 127.0.0.1:5000/a:1 . >/dev/null
D=$(docker images -q --no-trunc 127.0.0.1:5000/a:1)
docker push -q 127.0.0.1:5000/a:1
docker rmi 127.0.0.1:5000/a:1 >/dev/null
### pull
docker pull 127.0.0.1:5000/a@$D
docker pull 127.0.0.1:5000/a@$D
docker images
docker images --digests
docker image inspect -f '{{.RepoTags}} {{.RepoDigests}}' $D
### tag
docker tag 127.0.0.1:5000/a@$D here:1
docker images --format '{{.Repository}} {{.Tag}} {{.ID}}'
docker rmi 127.0.0.1:5000/a@$D
docker images --format '{{.Repository}} {{.Tag}} {{.ID}}'
