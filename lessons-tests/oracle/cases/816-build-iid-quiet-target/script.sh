printf 'FROM busybox AS one\nRUN echo 1 > /1\nFROM one AS two\nRUN echo 2 > /2\nFROM two\nRUN exit 3\n' > Dockerfile
### target
docker build -q --target one -t o . | cut -c1-7; docker build -q --target two -t w --iidfile iid . | cut -c1-7; test "$(cat iid)" = "$(docker image inspect -f '{{.Id}}' w)"; echo "same $?"; wc -c < iid; docker build -q --target 0 -t z . > /dev/null 2>&1; echo "exit $?"; docker build -q --target ONE . > /dev/null 2>&1; echo "exit $?"; docker build -q --target nope . > /dev/null 2>&1; echo "exit $?"; docker build -q --target '' . > /dev/null 2>&1; echo "exit $?"
### failing
docker build -q -t x --iidfile iid2 . > /dev/null 2>&1; echo "exit $?"; ls; docker images -q x
docker build -q -t w --target two --iidfile iid . > /dev/null; cut -c1-7 iid; docker images --format '{{.Repository}}' | sort; docker image inspect -f '{{len .RootFS.Layers}}' w
### label and no change
docker build -q --target one --label z=1 -t lab . > /dev/null; docker image inspect -f '{{json .Config.Labels}} {{len .RootFS.Layers}}' lab; printf 'FROM busybox\n' > E; docker build -q -t e -f E . > /dev/null; test "$(docker images -q e)" = "$(docker images -q busybox)"; echo "same $?"; docker build -q -t e2 --label q=1 -f E . > /dev/null; docker history --format '{{.CreatedBy}}' e2
