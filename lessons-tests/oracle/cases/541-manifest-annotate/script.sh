r=127.0.0.1:5000; docker tag busybox $r/app:a; docker push -q $r/app:a; printf 'FROM busybox\nLABEL x=1\n' | docker build -q -t $r/app:b - > /dev/null; docker push -q $r/app:b
docker manifest create --insecure $r/app:all $r/app:a $r/app:b
### ok
docker manifest annotate $r/app:all $r/app:b --arch arm --variant v6; echo $?
docker manifest annotate --os-version 10.0 --os-features one,two --os-features two $r/app:all $r/app:b; echo $?
docker manifest inspect $r/app:all | grep -v '"size"'
docker manifest inspect -v $r/app:all $r/app:b | grep -v '"size"' | grep -v Raw
### bad
docker manifest annotate --arch mips $r/app:all $r/app:b
docker manifest annotate --os plan9 $r/app:all $r/app:b
docker manifest annotate --os linux --arch nosuch $r/app:all $r/app:b
docker manifest annotate --arch arm64 $r/app:all $r/app:c
docker manifest annotate --arch arm64 $r/app:none $r/app:b
docker manifest annotate --arch arm64 $r/App:none $r/app:b
docker manifest annotate --arch arm64 $r/app:none 'x y'
docker manifest annotate --arch arm64 $r/app:none
### push
docker manifest push --insecure $r/app:all
docker manifest inspect --insecure -v $r/app:all | grep -v '"size"' | grep -v Raw
docker pull -q --platform linux/arm/v6 $r/app:all
docker image inspect -f '{{.Architecture}} {{.Config.Labels}}' $r/app:all
