docker build -q -t t:1 . >/dev/null
ID=$(docker images -q --no-trunc t:1)
### prefixes
H=${ID#sha256:}
docker image inspect -f '{{.RepoTags}}' $H
docker image inspect -f '{{.RepoTags}}' sha256:$(echo $H | cut -c1-10)
docker image inspect -f '{{.RepoTags}}' $(echo $H | cut -c1-7)
docker run --rm $(echo $H | cut -c1-12)
docker tag $(echo $H | cut -c1-12) by:id
docker rmi $(echo $H | cut -c1-12)
docker rmi by:id
docker rmi $(echo $H | cut -c1-12)
