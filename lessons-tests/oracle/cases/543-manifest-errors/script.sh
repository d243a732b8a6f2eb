r=127.0.0.1:5000; docker tag busybox $r/app:a; docker push -q $r/app:a
### inspect
docker manifest inspect
docker manifest inspect --insecure $r/app:nosuch
docker manifest inspect --insecure $r/nosuch
docker manifest inspect 'x y'
docker manifest inspect $r/app:all $r/app:a
docker manifest inspect 127.0.0.1:9/app
docker manifest inspect a b c
### create
docker manifest create $r/app:all
docker manifest create 'x y' $r/app:a
docker manifest create --insecure $r/app:all 'x y'
docker manifest create --insecure $r/app:all $r/app:nosuch
docker manifest create --insecure $r/app:all $r/app:a $r/app:nosuch
docker manifest create --insecure $r/app:all $r/app:a
docker manifest create --insecure --amend $r/app:all $r/app:a
docker manifest create --insecure --amend 127.0.0.1:9/app:all 127.0.0.1:9/app:a
### push
docker manifest push --insecure $r/app:nosuch
docker manifest push --insecure 'x y'
docker manifest push
### rm
docker manifest rm $r/app:nosuch $r/app:all 'x y'; echo $?
docker manifest rm $r/app:all; echo $?
ls ~/.docker/manifests
docker manifest rm
docker manifest
docker manifest nosuch
