package za.co.spikedata.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * The kernel's list of calls that a worker may not make, as a seccomp program for x86-64. Refused
 * calls fail with EPERM, so that a library that asks politely is told so.
 */
final class CallFilter {
    private static final int ARCHITECTURE_AT = 4;
    private static final int NUMBER_AT = 0;
    private static final int FIRST_ARGUMENT_AT = 16;
    private static final int X86_64 = 0xC000003E;

    /** Numbers from here are those of the x32 convention, which would pass by the list. */
    private static final int X32 = 0x40000000;

    private static final int LOAD = 0x20;
    private static final int EQUAL = 0x15;
    private static final int AT_LEAST = 0x35;
    private static final int ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int ALLOW = 0x7FFF0000;
    private static final int REFUSE = 0x00050001;

    /** ENOSYS: the C library then falls back to clone, whose arguments a filter can see. */
    private static final int UNKNOWN = 0x00050026;

    private static final int CLONE = 56;
    private static final int CLONE_3 = 435;
    private static final int CLONE_THREAD = 0x00010000;

    /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
    private static final int CLONE_NAMESPACES = 0x7E020000;

    private static final List<Integer> NETWORK =
            List.of(
                    41, // socket
                    42, // connect
                    43, // accept
                    44, // sendto
                    46, // sendmsg
                    49, // bind
                    50, // listen
                    53, // socketpair
                    288, // accept4
                    307, // sendmmsg
                    425, // io_uring_setup
                    426, // io_uring_enter
                    427); // io_uring_register

    private static final List<Integer> OTHERS_AND_THE_SYSTEM =
            List.of(
                    101, // ptrace
                    155, // pivot_root
                    161, // chroot
                    165, // mount
                    166, // umount2
                    175, // init_module
                    176, // delete_module
                    246, // kexec_load
                    248, // add_key
                    249, // request_key
                    250, // keyctl
                    272, // unshare
                    298, // perf_event_open
                    304, // open_by_handle_at
                    308, // setns
                    310, // process_vm_readv
                    311, // process_vm_writev
                    313, // finit_module
                    320, // kexec_file_load
                    321, // bpf
                    323, // userfaultfd
                    424, // pidfd_send_signal
                    428, // open_tree
                    429, // move_mount
                    430, // fsopen
                    434, // pidfd_open
                    438); // pidfd_getfd

    private static final List<Integer> PROGRAMS =
            List.of(
                    57, // fork
                    58, // vfork
                    59, // execve
                    62, // kill
                    322); // execveat

    private CallFilter() {}

    /** One instruction an element, as the kernel lays out {@code struct sock_filter}. */
    static long[] program(boolean startsPrograms) {
        var refused = new ArrayList<Integer>(NETWORK);
        refused.addAll(OTHERS_AND_THE_SYSTEM);
        if (!startsPrograms) {
            refused.addAll(PROGRAMS);
        }
        int calls = refused.size();
        int allow = calls + 9;
        int refuse = allow + 1;
        int unknown = allow + 2;
        var code = new long[allow + 3];
        int at = 0;
        code[at++] = step(LOAD, 0, 0, ARCHITECTURE_AT);
        code[at] = step(EQUAL, 0, refuse - at++ - 1, X86_64);
        code[at++] = step(LOAD, 0, 0, NUMBER_AT);
        code[at] = step(AT_LEAST, refuse - at++ - 1, 0, X32);
        for (int call : refused) {
            code[at] = step(EQUAL, refuse - at++ - 1, 0, call);
        }
        code[at] = step(EQUAL, unknown - at++ - 1, 0, CLONE_3);
        code[at] = step(EQUAL, 0, allow - at++ - 1, CLONE);
        code[at++] = step(LOAD, 0, 0, FIRST_ARGUMENT_AT);
        code[at] = step(ANY_BIT, refuse - at++ - 1, 0, CLONE_NAMESPACES);
        code[at] =
                step(ANY_BIT, 0, startsPrograms ? allow - at - 1 : refuse - at - 1, CLONE_THREAD);
        code[allow] = step(RETURN, 0, 0, ALLOW);
        code[refuse] = step(RETURN, 0, 0, REFUSE);
        code[unknown] = step(RETURN, 0, 0, UNKNOWN);
        return code;
    }

    private static long step(int code, int ifTrue, int ifFalse, int value) {
        return code | (long) ifTrue << 16 | (long) ifFalse << 24 | (long) value << 32;
    }
}
