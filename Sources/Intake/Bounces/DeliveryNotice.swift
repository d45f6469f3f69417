import Mail

/// Who was not reached, by a delivery notice of any mail system.
///
/// The parts of RFC 3464 count where there are any, completed from the words; else the words are
/// read. What is no notice gives a value as well: whether it is one, the screening says.
///
/// - Parameter ownAddresses: where we are written to and write from; a notice reports on others.
package func deliveryReport(
    of message: Message,
    ownAddresses: [Address] = []
) -> DeliveryReport? {
    let reader = NoticeReader(message, ownAddresses: ownAddresses)
    return message.deliveryReport.map(reader.completed) ?? reader.report()
}
