r=127.0.0.1:5000; printf 'FROM busybox\nCOPY Dockerfile /d\n' > Dockerfile
docker buildx build --network none -q --push -t $r/a:1 -t $r/b:2 . | sed 's/[0-9a-f]\{64\}/ID/'
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker image inspect -f '{{len .RepoDigests}}' $r/a:1
docker rmi $r/a:1 $r/b:2 > /dev/null
docker pull -q $r/b:2; docker run --rm $r/b:2 cat /d
### files
docker buildx build --network none -q --iidfile id --metadata-file m.json -t x:1 . > out; diff id out > /dev/null; echo $?
grep -v provenance m.json | grep 'image.name\|config.digest\|containerimage.digest'
docker buildx build --network none -q --push --metadata-file m.json -t $r/a:3 . > /dev/null; grep 'image.name\|config.digest\|containerimage.digest' m.json
docker buildx build --network none -q --metadata-file m.json -o type=local,dest=o . ; grep -c containerimage m.json; ls o/d
docker buildx build --network none -q -o type=image,name=$r/c:1,push=true . | sed 's/[0-9a-f]\{64\}/ID/'; docker manifest inspect --insecure $r/c:1 | grep -c digest
