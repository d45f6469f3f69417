import Foundation
import Glibc

/// Whose store it is: root works on it as its owner, so that no file in it becomes root's and the
/// service locked out of it.
struct StoreOwner: Equatable {
    var user: uid_t
    var group: gid_t

    /// Whom to become before a store is opened; `nil`: stay who we are.
    ///
    /// - Parameter owner: of the store; `nil` while there is none.
    static func toBecome(effectiveUser: uid_t, owner: StoreOwner?) -> StoreOwner? {
        guard effectiveUser == 0, let owner, owner.user != 0 else { return nil }
        return owner
    }

    /// The owner of a folder; `nil` when it is not there.
    static func owner(of folder: URL) -> StoreOwner? {
        var status = stat()
        guard stat(folder.path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            return nil
        }
        return StoreOwner(user: status.st_uid, group: status.st_gid)
    }

    /// Becomes the owner of the store for good if we are root and it is another's.
    ///
    /// Called when all that root alone may read has been read.
    /// - Returns: whom we became.
    @discardableResult
    static func become(ownerOf store: URL) throws -> StoreOwner? {
        guard let owner = toBecome(effectiveUser: geteuid(), owner: owner(of: store)) else {
            return nil
        }
        // Afterwards the system does not tell us any more where our own binary lies.
        _ = ShippedFiles.places
        var groups = [owner.group]
        guard setgroups(1, &groups) == 0, setgid(owner.group) == 0, setuid(owner.user) == 0 else {
            throw Failure(
                code: .fault,
                message: "guichet: cannot become user \(owner.user), who owns \(store.path): "
                    + String(cString: strerror(errno))
            )
        }
        return owner
    }
}
