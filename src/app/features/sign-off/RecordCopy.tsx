import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { useMutation } from '@tanstack/react-query';
import { useConnection } from '../../api/connection.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { saveFile } from './save-file.ts';
import { useSignOffStyles } from './SignOff.styles.ts';

interface RecordCopyProps {
  readonly meetingId: string;
  /** Where there is no page to print: the side panel. */
  readonly withoutPrint?: boolean;
}

/** A copy of the record to keep: for Word, as PDF, or on paper (FORM-2, OD3a-13). */
export function RecordCopy({ meetingId, withoutPrint = false }: RecordCopyProps) {
  const styles = useSignOffStyles();
  const { callApi } = useConnection();
  const copy = useMutation({
    mutationFn: (format: 'docx' | 'pdf') => callApi('recordDocument', { params: { meetingId }, request: { format } }),
    onSuccess: saveFile,
    networkMode: 'always',
  });
  const save = (format: 'docx' | 'pdf', label: string, words: string) => (
    <Button
      size="small"
      icon={<ArrowDownload20Regular />}
      aria-label={label}
      disabledFocusable={copy.isPending}
      onClick={() => {
        copy.mutate(format);
      }}
    >
      {words}
    </Button>
  );
  return (
    <div className={styles.tight}>
      <div className={styles.buttons}>
        {save('docx', say('signOff.saveWord'), say('signOff.word'))}
        {save('pdf', say('signOff.savePdf'), say('signOff.pdf'))}
        {!withoutPrint && (
          <Button
            size="small"
            icon={<Print20Regular />}
            onClick={() => {
              window.print();
            }}
          >
            {say('signOff.print')}
          </Button>
        )}
      </div>
      <span className={styles.quiet} role="status">
        {copy.isPending
          ? say('signOff.making')
          : copy.data === undefined
            ? say('signOff.copyWhy')
            : say('signOff.saved', { name: copy.data.name })}
      </span>
      {copy.error !== null && <ErrorNotice error={copy.error} />}
    </div>
  );
}
