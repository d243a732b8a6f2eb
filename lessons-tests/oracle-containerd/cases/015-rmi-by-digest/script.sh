docker build -q -t t:1 . >/dev/null
D=$(docker images -q --no-trunc t:1)
### run
docker run --rm t@$D
docker image inspect -f '{{.RepoTags}}' t@$D
docker image inspect other@$D
### wrong-name
docker rmi other@$D
### remove
docker tag t:1 u:1
docker rmi t@$D
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker rmi u@$D
docker images --format '{{.Repository}}:{{.Tag}}' | sort
