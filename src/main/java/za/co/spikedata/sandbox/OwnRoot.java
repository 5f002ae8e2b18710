package za.co.spikedata.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files a worker sees: the system's programs, the JVM and the class path, all read-only, and a
 * small folder of its own that is gone with it.
 */
record OwnRoot(Path root, Path table) {
    /** Seen whole, where they are; none holds a secret. */
    private static final List<String> FOLDERS =
            List.of("/usr", "/etc/alternatives", "/etc/fonts", "/etc/java-25-openjdk");

    /** On most systems links into {@code /usr}. */
    private static final List<String> LINKS = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64");

    private static final List<String> FILES =
            List.of("/etc/ld.so.cache", "/etc/localtime", "/etc/passwd", "/etc/group");

    private static final List<String> DEVICES =
            List.of("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom");

    /** Lays out empty places under the folder for what the worker will see. */
    static OwnRoot under(Path folder, List<Path> program) throws IOException {
        var own = new OwnRoot(folder.resolve("root"), folder.resolve("mounts"));
        own.place(own.root);
        var lines = new ArrayList<String>();
        lines.add(own.line(own.root.toString(), "/", "none", "bind,ro,nosuid,nodev"));
        for (var name : LINKS) {
            own.link(Path.of(name), lines);
        }
        var seen = new ArrayList<Path>();
        var asked =
                Stream.concat(
                        Stream.concat(FOLDERS.stream(), FILES.stream()).map(Path::of),
                        program.stream());
        for (var path : asked.filter(Files::exists).toList()) {
            if (seen.stream().noneMatch(path::startsWith)) {
                seen.add(path);
                lines.add(own.show(path, "ro,nosuid,nodev"));
            }
        }
        for (var device : DEVICES) {
            lines.add(own.show(Path.of(device), "nosuid"));
        }
        own.place(own.root.resolve("tmp"));
        own.place(own.root.resolve("proc"));
        lines.add(own.line("tmpfs", "/tmp", "tmpfs", "size=16m,mode=1777,nosuid,nodev,noexec"));
        Files.write(own.table, lines);
        return own;
    }

    /** Runs what follows with only these files; it needs the right to mount. */
    List<String> enter() {
        return List.of(
                "sh",
                "-c",
                Script.of("root.sh"),
                "root.sh",
                root.toString(),
                table.toString(),
                "chroot",
                root.toString());
    }

    private void link(Path path, List<String> lines) throws IOException {
        if (Files.isSymbolicLink(path)) {
            Files.createSymbolicLink(inside(path), Files.readSymbolicLink(path));
        } else if (Files.isDirectory(path)) {
            lines.add(show(path, "ro,nosuid,nodev"));
        }
    }

    private String show(Path path, String options) throws IOException {
        var place = inside(path);
        if (Files.isDirectory(path)) {
            place(place);
            return line(path.toString(), path.toString(), "none", "rbind," + options);
        }
        if (place.getParent() != null) {
            place(place.getParent());
        }
        Files.createFile(place);
        return line(path.toString(), path.toString(), "none", "bind," + options);
    }

    /** Made step by step, so that a strict umask does not shut the worker out. */
    private void place(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            if (!folder.equals(root) && folder.getParent() != null) {
                place(folder.getParent());
            }
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private Path inside(Path path) {
        return root.resolve(path.toString().substring(1));
    }

    private String line(String source, String place, String type, String options) {
        return String.join(
                " ", escaped(source), escaped(inside(Path.of(place)).toString()), type, options);
    }

    /** As fstab(5) asks. */
    private static String escaped(String path) {
        return path.replace("\\", "\\134").replace(" ", "\\040").replace("\t", "\\011");
    }
}
