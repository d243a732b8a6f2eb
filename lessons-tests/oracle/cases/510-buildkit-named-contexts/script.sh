mkdir ext main; echo ext > ext/f; echo main > main/f; printf 'FROM busybox\nRUN echo alt > /alt\n' | docker build -q -t alt - > /dev/null
printf 'FROM busybox AS base\nRUN ls /alt > /seen 2>&1; true\nFROM base\nCOPY f /f\nCOPY --from=other f /g\nRUN --mount=from=other,target=/m cat /m/f > /h\n' > main/Dockerfile
### directory
docker build -q -t t --build-context other=ext main && docker run --rm t cat /f /g /h /seen
### image for FROM
docker build -q -t u --build-context other=ext --build-context busybox=docker-image://alt main && docker run --rm u cat /seen
### missing
docker build -q main > /dev/null 2>&1; echo "exit $?"; docker build -q --build-context other=nodir main > /dev/null 2>&1; echo "exit $?"; docker build -q --build-context x main > /dev/null 2>&1; echo "exit $?"
